package org.escapement.data.format.zarr;

import java.util.Arrays;
import org.escapement.data.Grid;

/**
 * A rectangle of points of the sweep, computed and stored together.
 *
 * @param number place of the block among all blocks, row-major
 * @param position index of the block along each sweep axis
 * @param start index of its first point along each sweep axis
 * @param shape points it holds along each sweep axis; smaller than the block shape at the far edges
 */
public record Block(int number, int[] position, int[] start, int[] shape) {
    public Block {
        position = position.clone();
        start = start.clone();
        shape = shape.clone();
    }

    static Block of(StoreLayout layout, int number) {
        int[] position = Grid.index(layout.blockCounts(), number);
        int[] block = layout.blockShape();
        int[] sweep = layout.schema().sweepShape();
        int[] start = new int[position.length];
        int[] shape = new int[position.length];
        for (int k = 0; k < position.length; k++) {
            start[k] = position[k] * block[k];
            shape[k] = Math.min(block[k], sweep[k] - start[k]);
        }
        return new Block(number, position, start, shape);
    }

    @Override
    public int[] position() {
        return position.clone();
    }

    @Override
    public int[] start() {
        return start.clone();
    }

    @Override
    public int[] shape() {
        return shape.clone();
    }

    /** Number of points. */
    public int points() {
        return Grid.size(shape);
    }

    /** Index along each sweep axis of a point of this block, counted row-major inside the block. */
    public int[] index(int point) {
        int[] index = Grid.index(shape, point);
        for (int k = 0; k < index.length; k++) {
            index[k] += start[k];
        }
        return index;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Block that
                && number == that.number
                && Arrays.equals(start, that.start)
                && Arrays.equals(shape, that.shape);
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return "block " + Arrays.toString(position);
    }
}
