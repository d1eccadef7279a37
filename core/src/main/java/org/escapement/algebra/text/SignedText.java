package org.escapement.algebra.text;

import java.util.List;

/** A printed term whose sign is kept apart, so that sums read "a - b" and not "a + -b". */
record SignedText(boolean negative, String magnitude) {

    SignedText opposite() {
        return new SignedText(!negative, magnitude);
    }

    static String sum(List<SignedText> terms, Typography typography) {
        if (terms.isEmpty()) {
            return "0";
        }
        StringBuilder text = new StringBuilder();
        for (SignedText term : terms) {
            String sign = term.negative() ? typography.minus() : "+";
            if (!text.isEmpty()) {
                text.append(' ').append(sign).append(' ');
            } else if (term.negative()) {
                text.append(sign);
            }
            text.append(term.magnitude());
        }
        return text.toString();
    }
}
