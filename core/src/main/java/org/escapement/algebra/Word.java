package org.escapement.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A canonical product of letters (a Poincaré–Birkhoff–Witt basis element): one {@link SiteWord} per degree of freedom
 * that it acts on, in the order of {@link DegreeOfFreedom}. The empty word is the identity.
 *
 * <p>Ordered by degree, then as in a dictionary.
 */
public final class Word implements Comparable<Word> {

    public static final Word IDENTITY = new Word(List.of());

    private final List<SiteWord> sites;
    private final int degree;
    private final int hash;

    private Word(List<SiteWord> sites) {
        this.sites = sites;
        this.degree = sites.stream().mapToInt(SiteWord::degree).sum();
        this.hash = hashOf(sites);
    }

    /** The word with the given parts, at most one for each degree of freedom, in any order. */
    public static Word of(List<SiteWord> parts) {
        List<SiteWord> sorted =
                parts.stream().filter(part -> part.degree() > 0).sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i - 1).site().equals(sorted.get(i).site())) {
                throw new IllegalArgumentException(
                        "Two parts act on " + sorted.get(i).site().name() + ": multiply operators instead");
            }
        }
        return new Word(sorted);
    }

    public static Word of(DegreeOfFreedom site, Letter letter) {
        return new Word(List.of(SiteWord.of(site, letter)));
    }

    /** Joins parts that are known to be sorted, distinct and non-trivial. */
    static Word ofSorted(List<SiteWord> parts) {
        return new Word(List.copyOf(parts));
    }

    private static int hashOf(List<SiteWord> sites) {
        int hash = 1;
        for (SiteWord part : sites) {
            hash = 31 * hash + part.site().name().hashCode();
            hash = 31 * hash + ((part.up() * 31 + part.z()) * 31 + part.down());
        }
        return hash;
    }

    public List<SiteWord> sites() {
        return sites;
    }

    public Optional<SiteWord> at(DegreeOfFreedom site) {
        return sites.stream().filter(part -> part.site().equals(site)).findFirst();
    }

    /** Number of letters. */
    public int degree() {
        return degree;
    }

    public boolean isIdentity() {
        return sites.isEmpty();
    }

    /** Twice the power of N with which the word grows when each letter has its natural size. */
    public int twiceExtensivity() {
        return sites.stream()
                .mapToInt(part -> part.degree() * part.site().twiceExtensivity())
                .sum();
    }

    /** The letters one by one, in canonical order. */
    public List<Word> letters() {
        List<Word> letters = new ArrayList<>();
        for (SiteWord part : sites) {
            for (Letter letter : part.site().letters()) {
                for (int count = 0; count < part.power(letter); count++) {
                    letters.add(of(part.site(), letter));
                }
            }
        }
        return letters;
    }

    public Word adjoint() {
        return new Word(sites.stream().map(SiteWord::adjoint).toList());
    }

    /** Whether the two words act on a common degree of freedom; if not, they commute. */
    public boolean meets(Word other) {
        for (SiteWord part : sites) {
            for (SiteWord otherPart : other.sites) {
                if (part.site().equals(otherPart.site())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public int compareTo(Word other) {
        if (degree != other.degree) {
            return Integer.compare(degree, other.degree);
        }
        int shared = Math.min(sites.size(), other.sites.size());
        for (int i = 0; i < shared; i++) {
            int byPart = sites.get(i).compareTo(other.sites.get(i));
            if (byPart != 0) {
                return byPart;
            }
        }
        return Integer.compare(sites.size(), other.sites.size());
    }

    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof Word word && hash == word.hash && sites.equals(word.sites);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        if (isIdentity()) {
            return "1";
        }
        return letters().stream()
                .map(letter -> letter.sites().getFirst())
                .map(part -> part.site().name() + "." + onlyLetter(part).word())
                .collect(Collectors.joining("*"));
    }

    private static Letter onlyLetter(SiteWord part) {
        return part.site().letters().stream()
                .filter(letter -> part.power(letter) == 1)
                .findFirst()
                .orElseThrow();
    }
}
