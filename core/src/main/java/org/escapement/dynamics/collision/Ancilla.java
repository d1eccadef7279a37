package org.escapement.dynamics.collision;

import java.util.ArrayList;
import java.util.List;
import org.escapement.algebra.Operator;
import org.escapement.dynamics.NotApplicableException;
import org.escapement.dynamics.exact.ExactSystem;
import org.escapement.model.JumpOperator;
import org.escapement.numerics.linear.Sparse;

/**
 * A bath as a stream of bosonic modes. A loss L at rate g²(1+n) and its reverse L† at rate g² n mean modes with n quanta
 * that couple by g (a† L + L† a)/sqrt(dt) during each collision of length dt.
 *
 * @param bath its name
 * @param lowering L
 * @param coupling g
 * @param occupation n
 * @param quantum energy of one quantum [energy]
 * @param turning frequency with which L turns in the frame of the Hamiltonian, [K, L] = -turning L
 */
record Ancilla(String bath, Operator lowering, double coupling, double occupation, double quantum, double turning) {

    /** The ancillas of a model: one for each loss, with the gain into the same bath if there is one. */
    static List<Ancilla> of(ExactSystem system) {
        List<Ancilla> all = new ArrayList<>();
        List<JumpOperator> gains = new ArrayList<>(system.model().jumps());
        for (JumpOperator loss : system.model().jumps()) {
            if (!(system.numbers().real(loss.quantum()) > 0)) continue;
            require(loss.scope() == JumpOperator.Scope.COLLECTIVE, loss, "acts on single atoms");
            gains.remove(loss);
            double down = system.numbers().real(loss.rate());
            double up = 0;
            for (JumpOperator gain : List.copyOf(gains)) {
                if (!gain.bath().equals(loss.bath())
                        || !gain.operator().equals(loss.operator().adjoint())) continue;
                up += system.numbers().real(gain.rate());
                gains.remove(gain);
            }
            require(down > up, loss, "is not faster than its reverse");
            all.add(new Ancilla(
                    loss.bath(),
                    loss.operator(),
                    Math.sqrt(down - up),
                    up / (down - up),
                    system.numbers().real(loss.quantum()),
                    turning(system, loss)));
        }
        for (JumpOperator left : gains) {
            require(system.numbers().real(left.rate()) == 0, left, "has no reverse that hands its quantum to the bath");
        }
        return all;
    }

    private static void require(boolean condition, JumpOperator jump, String why) {
        if (!condition) {
            throw new NotApplicableException(
                    "the collision model reads each bath off a loss and its reverse; the jump '" + jump.name() + "' "
                            + why);
        }
    }

    private static double turning(ExactSystem system, JumpOperator loss) {
        if (system.model().frame().isEmpty()) return 0;
        Operator frame = system.model().frame().get();
        Sparse commutator = system.matrix(frame.commutator(loss.operator()));
        Sparse l = system.matrix(loss.operator());
        double turning = commutator.entries() == 0 ? 0 : -commutator.re()[0] / l.re()[0];
        if (l.entries() > 0 && l.re()[0] == 0) turning = -commutator.im()[0] / l.im()[0];
        Sparse rest = commutator.plus(l.times(turning, 0));
        double size = l.dense().largest();
        require(
                rest.dense().largest() <= 1e-9 * size * Math.max(1, Math.abs(turning)),
                loss,
                "does not turn with one frequency");
        return turning;
    }
}
