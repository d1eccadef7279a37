package org.escapement.algebra.text;

import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Symbol;

/** Names exactly as written in a model, so that the text can be read back. */
record PlainNotation() implements Notation {

    @Override
    public String size() {
        return "N";
    }

    @Override
    public String symbol(Symbol symbol) {
        return SymbolName.isAtomic(symbol.name()) ? symbol.name() : "(" + symbol.name() + ")";
    }

    @Override
    public String letter(DegreeOfFreedom site, Letter letter) {
        return site.name() + "." + letter.word();
    }
}
