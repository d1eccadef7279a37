package org.escapement.dynamics.exact;

import org.escapement.algebra.Operator;
import org.escapement.dynamics.exact.Layout.Block;
import org.escapement.model.ModelException;
import org.escapement.numerics.linear.Sparse;
import org.escapement.numerics.linear.SparseBuilder;

/** (oρ + ρo)/2 of a density matrix and a Hermitian operator. */
final class SymmetrisedProduct {

    private SymmetrisedProduct() {}

    static DensityMatrix of(DensityMatrix state, Operator o) {
        if (!o.isHermitian()) throw new ModelException("<" + o + "> is complex: ask for its Hermitian parts");
        ExactSystem system = state.system();
        Layout layout = state.layout();
        Sparse m = system.matrix(o);
        SparseBuilder sum = new SparseBuilder(system.dimension(), system.dimension());
        Sparse rho = sparse(state);
        m.times(rho).forEach((r, c, re, im) -> sum.add(r, c, re / 2, im / 2));
        rho.times(m).forEach((r, c, re, im) -> sum.add(r, c, re / 2, im / 2));
        Sparse product = sum.build();
        boolean[] inside = {true};
        product.forEach((r, c, re, im) -> inside[0] &= layout.place(r, c) >= 0);
        Layout used = inside[0] ? layout : system.layoutFor(product);
        boolean complex = state.isComplex() || !product.isReal();
        double[] y = new double[complex ? 2 * used.size() : used.size()];
        product.forEach((r, c, re, im) -> {
            int at = used.place(r, c);
            y[at] = re;
            if (complex) y[used.size() + at] = im;
        });
        return DensityMatrix.of(system, used, y);
    }

    private static Sparse sparse(DensityMatrix state) {
        int n = state.system().dimension();
        Layout layout = state.layout();
        double[] x = state.entries();
        SparseBuilder b = new SparseBuilder(n, n);
        for (Block block : layout.blocks()) {
            int[] rows = layout.sectors().members(block.row());
            int[] columns = layout.sectors().members(block.column());
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < columns.length; j++) {
                    int at = block.offset() + i * columns.length + j;
                    b.add(rows[i], columns[j], x[at], state.isComplex() ? x[layout.size() + at] : 0);
                }
            }
        }
        return b.build();
    }
}
