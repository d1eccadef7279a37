package org.escapement.data;

/** Row-major index arithmetic: the last index varies fastest. */
public final class Grid {
    private Grid() {}

    /** Number of cells, 1 for an empty shape. */
    public static int size(int[] shape) {
        long size = 1;
        for (int n : shape) {
            size *= n;
        }
        return Math.toIntExact(size);
    }

    /** Place of a cell in row-major order. */
    public static int offset(int[] shape, int... index) {
        if (index.length != shape.length) {
            throw new IllegalArgumentException(
                    "An array with " + shape.length + " axes was asked for a cell with " + index.length + " indices.");
        }
        int offset = 0;
        for (int k = 0; k < shape.length; k++) {
            if (index[k] < 0 || index[k] >= shape[k]) {
                throw new IndexOutOfBoundsException(
                        "Index " + index[k] + " on axis " + k + ", which has " + shape[k] + " positions.");
            }
            offset = offset * shape[k] + index[k];
        }
        return offset;
    }

    /** Indices of the cell at a place in row-major order. */
    public static int[] index(int[] shape, int offset) {
        int[] index = new int[shape.length];
        int rest = offset;
        for (int k = shape.length - 1; k >= 0; k--) {
            index[k] = rest % shape[k];
            rest /= shape[k];
        }
        return index;
    }
}
