package org.escapement.algebra;

/**
 * The part of a canonical word that acts on one degree of freedom: J+^up Jz^z J-^down for a collective spin,
 * a†^up a^down (and z = 0) for a mode.
 *
 * @param site where it acts
 * @param up power of J+ or a†
 * @param z power of Jz
 * @param down power of J- or a
 */
public record SiteWord(DegreeOfFreedom site, int up, int z, int down) implements Comparable<SiteWord> {

    public SiteWord {
        if (up < 0 || z < 0 || down < 0) {
            throw new IllegalArgumentException("Negative power of a letter of " + site.name());
        }
        if (z != 0 && site instanceof BosonMode) {
            throw new IllegalArgumentException("The mode " + site.name() + " has no letter z");
        }
    }

    public static SiteWord of(DegreeOfFreedom site, Letter letter) {
        if (!site.letters().contains(letter)) {
            throw new IllegalArgumentException(site.name() + " has no letter " + letter.word());
        }
        return switch (letter) {
            case RAISING, CREATION -> new SiteWord(site, 1, 0, 0);
            case Z -> new SiteWord(site, 0, 1, 0);
            case LOWERING, ANNIHILATION -> new SiteWord(site, 0, 0, 1);
        };
    }

    public int degree() {
        return up + z + down;
    }

    public int power(Letter letter) {
        return switch (letter) {
            case RAISING, CREATION -> up;
            case Z -> z;
            case LOWERING, ANNIHILATION -> down;
        };
    }

    /** (J+^a Jz^b J-^c)† = J+^c Jz^b J-^a is canonical as it stands. */
    public SiteWord adjoint() {
        return new SiteWord(site, down, z, up);
    }

    /** By site, then as letters in a dictionary where J+ comes before Jz before J-. */
    @Override
    public int compareTo(SiteWord other) {
        int bySite = site.compareTo(other.site);
        if (bySite != 0) {
            return bySite;
        }
        int byUp = Integer.compare(other.up, up);
        if (byUp != 0) {
            return byUp;
        }
        int byZ = Integer.compare(other.z, z);
        return byZ != 0 ? byZ : Integer.compare(other.down, down);
    }
}
