package org.escapement.dynamics.exact;

import java.util.List;

/**
 * Parts of a generator brought to diagonal form, for preconditioners: made when first asked for, and shared by the
 * generator's symmetry sectors and by all shifts. Thread-safe.
 */
final class Decompositions {

    private final ExactSystem system;
    private final Generator generator;
    private List<SylvesterEquation> sites;
    private boolean triedSites;
    private List<SylvesterEquation> sitesInState;
    private List<SylvesterEquation> noJump;

    Decompositions(ExactSystem system, Generator generator) {
        this.system = system;
        this.generator = generator;
    }

    /** Both sites' own generators, the other without information; null where there are no two of them. */
    synchronized List<SylvesterEquation> uncoupledSites() {
        if (!triedSites && UncoupledSites.fits(system)) {
            sites = UncoupledSites.of(system, generator, UncorrelatedState.withoutInformation(system));
        }
        triedSites = true;
        return sites;
    }

    /** The same, the other in the uncorrelated stationary state: nearer to the whole, but with fewer symmetries. */
    synchronized List<SylvesterEquation> sitesInUncorrelatedState() {
        if (sitesInState == null && UncoupledSites.fits(system)) {
            sitesInState = UncoupledSites.of(system, generator, UncorrelatedState.of(system));
            if (sitesInState == null) sitesInState = uncoupledSites();
        }
        return sitesInState;
    }

    /** The part without jumps. */
    synchronized List<SylvesterEquation> noJump() {
        if (noJump == null) noJump = NoJump.of(system, generator);
        return noJump;
    }
}
