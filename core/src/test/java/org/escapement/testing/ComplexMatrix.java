package org.escapement.testing;

import java.util.random.RandomGenerator;

/** A square complex matrix, stored densely; a product skips the zeros of its left factor. */
public final class ComplexMatrix {

    final int size;
    final double[] re;
    final double[] im;

    ComplexMatrix(int size) {
        this(size, new double[size * size], new double[size * size]);
    }

    private ComplexMatrix(int size, double[] re, double[] im) {
        this.size = size;
        this.re = re;
        this.im = im;
    }

    static ComplexMatrix identity(int size) {
        ComplexMatrix one = new ComplexMatrix(size);
        for (int i = 0; i < size; i++) one.re[i * size + i] = 1;
        return one;
    }

    /** |psi><psi| from real and imaginary parts. */
    static ComplexMatrix projector(double[] re, double[] im) {
        ComplexMatrix rho = new ComplexMatrix(re.length);
        for (int i = 0; i < re.length; i++) {
            for (int j = 0; j < re.length; j++) {
                rho.set(i, j, re[i] * re[j] + im[i] * im[j], im[i] * re[j] - re[i] * im[j]);
            }
        }
        return rho;
    }

    /** A random density matrix. */
    static ComplexMatrix randomState(int size, RandomGenerator random) {
        ComplexMatrix root = new ComplexMatrix(size);
        for (int i = 0; i < size * size; i++) {
            root.re[i] = random.nextGaussian();
            root.im[i] = random.nextGaussian();
        }
        ComplexMatrix square = root.times(root.adjoint());
        return square.times(1 / square.trace()[0], 0);
    }

    void set(int row, int column, double real, double imaginary) {
        re[row * size + column] = real;
        im[row * size + column] = imaginary;
    }

    ComplexMatrix plus(ComplexMatrix other) {
        return copy().add(other, 1, 0);
    }

    ComplexMatrix times(double real, double imaginary) {
        return new ComplexMatrix(size).add(this, real, imaginary);
    }

    /** Adds a multiple of another matrix to this one. */
    ComplexMatrix add(ComplexMatrix other, double real, double imaginary) {
        for (int i = 0; i < re.length; i++) {
            re[i] += real * other.re[i] - imaginary * other.im[i];
            im[i] += real * other.im[i] + imaginary * other.re[i];
        }
        return this;
    }

    ComplexMatrix times(ComplexMatrix other) {
        ComplexMatrix product = new ComplexMatrix(size);
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                double a = re[i * size + k];
                double b = im[i * size + k];
                if (a == 0 && b == 0) continue;
                for (int j = 0, to = i * size, from = k * size; j < size; j++, to++, from++) {
                    product.re[to] += a * other.re[from] - b * other.im[from];
                    product.im[to] += a * other.im[from] + b * other.re[from];
                }
            }
        }
        return product;
    }

    /** this X this†, cheap for a matrix with many zeros: (this (this X)†)†. */
    ComplexMatrix sandwich(ComplexMatrix inner) {
        return times(times(inner).adjoint()).adjoint();
    }

    ComplexMatrix adjoint() {
        ComplexMatrix adjoint = new ComplexMatrix(size);
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) adjoint.set(j, i, re[i * size + j], -im[i * size + j]);
        }
        return adjoint;
    }

    ComplexMatrix kronecker(ComplexMatrix other) {
        ComplexMatrix product = new ComplexMatrix(size * other.size);
        for (int i = 0; i < product.size; i++) {
            for (int j = 0; j < product.size; j++) {
                int a = i / other.size * size + j / other.size;
                int b = i % other.size * other.size + j % other.size;
                product.set(i, j, re[a] * other.re[b] - im[a] * other.im[b], re[a] * other.im[b] + im[a] * other.re[b]);
            }
        }
        return product;
    }

    /** Real and imaginary part of Tr(this other). */
    double[] traceOfProduct(ComplexMatrix other) {
        double[] trace = new double[2];
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < size; k++) {
                int a = i * size + k;
                int b = k * size + i;
                trace[0] += re[a] * other.re[b] - im[a] * other.im[b];
                trace[1] += re[a] * other.im[b] + im[a] * other.re[b];
            }
        }
        return trace;
    }

    double[] trace() {
        return identity(size).traceOfProduct(this);
    }

    private ComplexMatrix copy() {
        return new ComplexMatrix(size, re.clone(), im.clone());
    }
}
