package org.escapement.dynamics.equations;

/** Whether the number of atoms is a given number or taken to infinity. */
public enum SystemSize {
    FINITE,
    INFINITE
}
