package org.escapement.plot;

/** Something drawn inside the frame of a plot; later layers cover earlier ones. */
public sealed interface Layer permits HeatMap, Line, Points, Band, ReferenceLine, Shade, Note {}
