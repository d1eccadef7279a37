package org.escapement.app.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.escapement.data.Dataset;
import org.escapement.study.claims.Claim;
import org.escapement.study.claims.ClaimCheck;
import org.escapement.study.claims.ClaimReader;
import org.escapement.study.claims.ClaimResult;
import org.escapement.study.file.Study;

/** Prints what a paper claims about a panel beside what is measured. */
final class ClaimTable {

    private ClaimTable() {}

    static void print(PrintWriter out, Study study, Map<String, Dataset> data) {
        List<Claim> claims = new ClaimReader(study).read();
        if (claims.isEmpty()) return;
        ClaimCheck check = new ClaimCheck(study, data);
        out.printf("%-13s  %-11s  %-24s  %s%n", "verdict", "claimed", "measured", "claim");
        for (Claim claim : claims) {
            ClaimResult r = check.check(claim);
            out.printf(
                    "%-13s  %-11s  %-24s  %s%n",
                    r.verdict().text(), claimed(claim.claimed()), measured(r), sentence(claim));
            if (!claim.note().isEmpty()) out.printf("%54s%s%n", "", claim.note());
            out.flush();
        }
    }

    private static String claimed(OptionalDouble number) {
        return number.isPresent() ? Numbers.table(number.getAsDouble()) : "-";
    }

    private static String measured(ClaimResult r) {
        String value = Numbers.table(r.measured().value());
        double error = r.measured().error();
        return error == 0 ? value : String.format(Locale.ROOT, "%s ± %s", value, Numbers.brief(error));
    }

    private static String sentence(Claim claim) {
        return claim.says() + (claim.source().isEmpty() ? "" : " [" + claim.source() + "]");
    }
}
