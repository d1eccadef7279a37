package org.escapement.numerics.kernel;

/**
 * Where a value lives: component i of lane l stands at index i W + l of an array, W being the number of lanes.
 *
 * @param array index of the array in the table given to the program
 * @param component component in the array; the first one if swept
 * @param swept whether the component advances by one with each repetition of the code
 */
public record Place(int array, int component, boolean swept) {
    public static Place fixed(int array, int component) {
        return new Place(array, component, false);
    }

    public static Place swept(int array) {
        return new Place(array, 0, true);
    }

    /** The first {@code count} components of an array. */
    public static Place[] row(int array, int count) {
        Place[] row = new Place[count];
        for (int i = 0; i < count; i++) {
            row[i] = fixed(array, i);
        }
        return row;
    }
}
