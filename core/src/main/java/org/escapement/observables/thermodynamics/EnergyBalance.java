package org.escapement.observables.thermodynamics;

import org.escapement.algebra.Lindblad;
import org.escapement.algebra.Operator;
import org.escapement.algebra.Symbol;
import org.escapement.expression.NearestWord;
import org.escapement.model.Bath;
import org.escapement.model.HamiltonianTerm;
import org.escapement.model.JumpOperator;
import org.escapement.model.ModelException;
import org.escapement.model.OpenSystem;
import org.escapement.model.Oscillator;

/**
 * Heat and work of an open system as operators, for any level that knows expectation values; [energy/time], positive
 * into the system, totals (not per atom).
 *
 * <p>Heat from a bath counts quanta: Q_b = -Σ_k q_k ⟨r_k L_k†L_k⟩ over the bath's jumps, each handing the energy q_k to
 * the bath. It is not Tr(H D_b ρ) with the full H, which for local master equations can break the second law.
 *
 * <p>The energy is that of the laboratory, U = ⟨H + K⟩ with the frame's generator K. Work follows from the first law, W
 * = dU/dt - Q, and by its own expression: the drives give i⟨[H_drive, K]⟩ (their explicit time dependence in the
 * laboratory), switching the couplings to the baths gives Σ_b ⟨D_b†(H + K)⟩ - Q_b. The two agree as operators exactly
 * when the undriven Hamiltonian commutes with K and no classical letter moves in it; {@link #imbalance} is their
 * difference.
 *
 * <p>Source for the collision picture behind the switching work: Paulino et al., Eqs. 7 to 10, with the signs corrected.
 */
public final class EnergyBalance {

    private final OpenSystem model;
    private final Operator frame;

    public EnergyBalance(OpenSystem model) {
        this.model = model;
        this.frame = model.frame().orElse(Operator.zero());
    }

    /** Heat current from one bath into the system. */
    public Operator heat(String bath) {
        require(bath);
        Operator total = Operator.zero();
        for (JumpOperator jump : model.jumps()) {
            if (jump.bath().equals(bath)) {
                total = total.minus(model.jumpRate(jump).times(jump.quantum()));
            }
        }
        return total;
    }

    /** Heat current from all baths into the system. */
    public Operator heat() {
        Operator total = Operator.zero();
        for (String bath : model.baths().keySet()) total = total.plus(heat(bath));
        return total;
    }

    /** Energy of the laboratory, H + K. */
    public Operator energy() {
        return model.totalHamiltonian().plus(frame);
    }

    /** Power of the drives. */
    public Operator driveWork() {
        Operator drives = Operator.zero();
        for (HamiltonianTerm term : model.hamiltonian()) {
            if (term.role() == HamiltonianTerm.Role.DRIVE) drives = drives.plus(term.operator());
        }
        return Lindblad.unitary(drives, frame);
    }

    /** Power needed to switch the couplings to the baths on and off. */
    public Operator switchingWork() {
        Operator total = heat().negate();
        for (Bath bath : model.baths().values()) total = total.plus(model.drift(bath, energy()));
        return total;
    }

    /** Work by the first law, dU/dt - Q, the work of moving classical letters included. */
    public Operator work() {
        return model.drift(energy()).plus(motion(energy())).minus(heat());
    }

    /** Rate of change of an operator by the motion of the classical letters in its coefficients. */
    private Operator motion(Operator o) {
        Operator total = Operator.zero();
        for (Symbol s : o.symbols()) {
            if (s.kind() != Symbol.Kind.CLASSICAL) continue;
            total = total.plus(rate(s).times(o.derivative(s)));
        }
        return total;
    }

    private Operator rate(Symbol letter) {
        for (Oscillator o : model.oscillators()) {
            if (letter.equals(Oscillator.positionOf(o.name()))) return o.velocity();
            if (letter.equals(Oscillator.velocityOf(o.name()))) return o.acceleration();
        }
        throw new ModelException("the work is not derived for a Hamiltonian that contains '" + letter.name()
                + "': drives that depend on time need a frame in which they stand still");
    }

    /** First law minus own expression; zero when the undriven Hamiltonian commutes with the frame's generator. */
    public Operator imbalance() {
        return work().minus(driveWork()).minus(switchingWork());
    }

    private void require(String bath) {
        if (!model.baths().containsKey(bath)) {
            throw new ModelException("the model has no bath '" + bath + "'"
                    + NearestWord.hint(bath, model.baths().keySet()));
        }
    }
}
