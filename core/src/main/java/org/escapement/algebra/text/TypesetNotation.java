package org.escapement.algebra.text;

import org.escapement.algebra.DegreeOfFreedom;
import org.escapement.algebra.Letter;
import org.escapement.algebra.Symbol;

/** Names as a physicist writes them: Greek letters, subscripts and daggers. */
record TypesetNotation(Style style) implements Notation {

    @Override
    public String size() {
        return "N";
    }

    @Override
    public String symbol(Symbol symbol) {
        String name = symbol.name();
        if (SymbolName.isIdentifier(name)) {
            return SymbolName.of(name).typeset(style);
        }
        String expression = ExpressionName.typeset(name, style);
        return SymbolName.isAtomic(name) ? expression : "(" + expression + ")";
    }

    @Override
    public String letter(DegreeOfFreedom site, Letter letter) {
        SymbolName name = SymbolName.of(site.name());
        return switch (letter) {
            case RAISING -> name.with("+").typeset(style);
            case Z -> name.with("z").typeset(style);
            case LOWERING -> name.with("-").typeset(style);
            case CREATION -> name.typeset(style) + (style == Style.LATEX ? "^{\\dagger}" : "†");
            case ANNIHILATION -> name.typeset(style);
        };
    }
}
