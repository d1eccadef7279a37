package org.escapement.yaml;

/**
 * A place in a file, counted from 1.
 *
 * @param file the file's name as the user gave it
 */
public record Position(String file, int line, int column) {

    /** The place some characters further on the same line. */
    public Position shifted(int characters) {
        return new Position(file, line, column + characters);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
