package org.escapement.observables.nonlinear;

/** A yes-or-no question that may stay open. */
public enum Decision {
    YES,
    NO,
    UNDECIDED;

    public static Decision of(boolean answer) {
        return answer ? YES : NO;
    }

    /** Whether the motion from a start goes on for ever; a start on a separatrix is undecided. */
    public static Decision oscillates(Flow flow, double[] start, LongTimePolicy policy) {
        Fate fate = LongTime.classify(flow, start, policy);
        Fate last = fate instanceof Fate.Metastable m ? m.finallyIs() : fate;
        return last instanceof Fate.Unsettled ? UNDECIDED : of(last.oscillates());
    }
}
