package org.escapement.dynamics.response;

import org.escapement.numerics.linear.Complex;

/** One way to compute the second-order kernels of a modulated bath. */
interface KernelRoute {

    /** Kernels at a drive frequency, 0 allowed. */
    Kernel at(double drive);

    /** d work/d Omega with its error as [l][l'] real parts, both in one matrix of values and one of errors. */
    Slope slope(double drive);

    /** int dw/2pi J(nu) [coth(nu/2T1) coth(w/2T2) - 1] chi'', with errors. */
    Estimated[][] noise(double drive);

    /** A derivative of the work kernel. */
    record Slope(Complex[][] value, double[][] error) {}
}
