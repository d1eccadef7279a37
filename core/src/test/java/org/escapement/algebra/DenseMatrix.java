package org.escapement.algebra;

/** A small dense complex matrix, the plain truth that symbolic results are compared with. */
final class DenseMatrix {

    final int size;
    private final double[][] re;
    private final double[][] im;

    DenseMatrix(int size) {
        this.size = size;
        this.re = new double[size][size];
        this.im = new double[size][size];
    }

    static DenseMatrix identity(int size) {
        DenseMatrix identity = new DenseMatrix(size);
        for (int i = 0; i < size; i++) {
            identity.re[i][i] = 1;
        }
        return identity;
    }

    void set(int row, int column, double real, double imaginary) {
        re[row][column] = real;
        im[row][column] = imaginary;
    }

    DenseMatrix plus(DenseMatrix other) {
        return plus(other, 1, 0);
    }

    DenseMatrix minus(DenseMatrix other) {
        return plus(other, -1, 0);
    }

    DenseMatrix scaled(double real, double imaginary) {
        return new DenseMatrix(size).plus(this, real, imaginary);
    }

    DenseMatrix plus(DenseMatrix other, double real, double imaginary) {
        DenseMatrix sum = new DenseMatrix(size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                sum.re[i][j] = re[i][j] + real * other.re[i][j] - imaginary * other.im[i][j];
                sum.im[i][j] = im[i][j] + real * other.im[i][j] + imaginary * other.re[i][j];
            }
        }
        return sum;
    }

    DenseMatrix times(DenseMatrix other) {
        DenseMatrix product = new DenseMatrix(size);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                for (int j = 0; j < size; j++) {
                    product.re[i][j] += re[i][k] * other.re[k][j] - im[i][k] * other.im[k][j];
                    product.im[i][j] += re[i][k] * other.im[k][j] + im[i][k] * other.re[k][j];
                }
            }
        }
        return product;
    }

    DenseMatrix adjoint() {
        DenseMatrix adjoint = new DenseMatrix(size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                adjoint.set(j, i, re[i][j], -im[i][j]);
            }
        }
        return adjoint;
    }

    DenseMatrix kronecker(DenseMatrix other) {
        DenseMatrix product = new DenseMatrix(size * other.size);
        for (int i = 0; i < product.size; i++) {
            for (int j = 0; j < product.size; j++) {
                int row = i / other.size;
                int column = j / other.size;
                int innerRow = i % other.size;
                int innerColumn = j % other.size;
                product.set(
                        i,
                        j,
                        re[row][column] * other.re[innerRow][innerColumn]
                                - im[row][column] * other.im[innerRow][innerColumn],
                        re[row][column] * other.im[innerRow][innerColumn]
                                + im[row][column] * other.re[innerRow][innerColumn]);
            }
        }
        return product;
    }

    /** L ρ L† - {L†L, ρ}/2 with this as ρ. */
    DenseMatrix dissipated(DenseMatrix jump) {
        DenseMatrix square = jump.adjoint().times(jump);
        return jump.times(this)
                .times(jump.adjoint())
                .plus(square.times(this), -0.5, 0)
                .plus(times(square), -0.5, 0);
    }

    double traceRe() {
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += re[i][i];
        }
        return trace;
    }

    double traceIm() {
        double trace = 0;
        for (int i = 0; i < size; i++) {
            trace += im[i][i];
        }
        return trace;
    }

    /** Largest modulus in the given column. */
    double columnMaximum(int column) {
        double maximum = 0;
        for (int i = 0; i < size; i++) {
            maximum = Math.max(maximum, Math.hypot(re[i][column], im[i][column]));
        }
        return maximum;
    }

    double maximum() {
        double maximum = 0;
        for (int j = 0; j < size; j++) {
            maximum = Math.max(maximum, columnMaximum(j));
        }
        return maximum;
    }
}
