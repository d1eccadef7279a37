package org.escapement.app.figure;

import java.util.Map;

public final class FigureReader {
    public static org.escapement.plot.FigureSpec read(
            org.escapement.yaml.Node n, Map<String, org.escapement.data.Dataset> d) {
        return null;
    }
}
