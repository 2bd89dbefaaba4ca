package sandbox.bank;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a request, as banks outside Japan tell it: pain.002.001.10. */
final class IsoStatus {
    /** What this bank's answers are in codes of ISO 20022; collected is none. */
    private static final Map<Character, String> CODES =
            Map.of(
                    '1', "AM04",
                    '2', "AC01",
                    '3', "MS02",
                    '4', "MD01",
                    '8', "MS03",
                    '9', "MS03");

    private IsoStatus() {}

    /** All of it is refused. */
    static byte[] refused(Instant at, IsoDebits request, IsoDebits.Refusal why) {
        var reason = reason(why.code(), why.why());
        return document(at, request, "RJCT", reason, "");
    }

    /** Each debit with its result. */
    static byte[] answered(Instant at, IsoDebits request, List<Character> results) {
        var rows = request.rows();
        var all = new StringBuilder("<OrgnlPmtInfAndSts>");
        all.append("<OrgnlPmtInfId>").append(request.id()).append("</OrgnlPmtInfId>\n");
        for (int i = 0; i < rows.size(); i++) {
            all.append(one(rows.get(i), CODES.get(results.get(i))));
        }
        all.append("</OrgnlPmtInfAndSts>\n");
        boolean some = results.stream().anyMatch(result -> result != '0');
        return document(at, request, some ? "PART" : "ACSC", "", all.toString());
    }

    /** One debit that the holder or its bank gave back after it had been collected. */
    static byte[] returned(Instant at, IsoDebits request, IsoDebits.Row row, String code) {
        return document(
                at,
                request,
                "PART",
                "",
                "<OrgnlPmtInfAndSts><OrgnlPmtInfId>"
                        + request.id()
                        + "</OrgnlPmtInfId>\n"
                        + one(row, code)
                        + "</OrgnlPmtInfAndSts>\n");
    }

    private static String one(IsoDebits.Row row, @Nullable String code) {
        return """
        <TxInfAndSts><OrgnlEndToEndId>%s</OrgnlEndToEndId><TxSts>%s</TxSts>%s\
        <OrgnlTxRef><Amt><InstdAmt Ccy="%s">%s</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
        """
                .formatted(
                        row.id(),
                        code == null ? "ACSC" : "RJCT",
                        code == null ? "" : reason(code, ""),
                        row.currency(),
                        row.amount());
    }

    private static String reason(String code, String why) {
        return "<StsRsnInf><Rsn><Cd>"
                + code
                + "</Cd></Rsn>"
                + (why.isEmpty() ? "" : "<AddtlInf>" + why + "</AddtlInf>")
                + "</StsRsnInf>";
    }

    private static byte[] document(
            Instant at, IsoDebits request, String status, String reason, String rest) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
        <GrpHdr><MsgId>status of %1$s</MsgId><CreDtTm>%2$s</CreDtTm></GrpHdr>
        <OrgnlGrpInfAndSts><OrgnlMsgId>%1$s</OrgnlMsgId>\
        <OrgnlMsgNmId>pain.008.001.08</OrgnlMsgNmId><GrpSts>%3$s</GrpSts>%4$s</OrgnlGrpInfAndSts>
        %5$s</CstmrPmtStsRpt></Document>
        """
                .formatted(request.id(), at.truncatedTo(ChronoUnit.SECONDS), status, reason, rest)
                .getBytes(StandardCharsets.UTF_8);
    }
}
