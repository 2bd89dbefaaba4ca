package sandbox.bank;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.temporal.TemporalAccessor;
import java.util.Currency;
import java.util.List;

/** Writes notices of incoming transfers as camt.054.001.08. */
final class IsoNotice {
    private IsoNotice() {}

    static byte[] file(TemporalAccessor now, String currency, List<Transfer> transfers) {
        var text = new StringBuilder();
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.append("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.054.001.08\">");
        text.append("<BkToCstmrDbtCdtNtfctn><GrpHdr>");
        leaf(text, "MsgId", "notice-" + transfers.getFirst().inquiry());
        leaf(text, "CreDtTm", now.toString());
        text.append("</GrpHdr><Ntfctn>");
        leaf(text, "Id", "notice-" + transfers.getFirst().inquiry());
        text.append("<Acct><Id><Othr><Id>0017654321</Id></Othr></Id></Acct>");
        transfers.forEach(transfer -> entry(text, currency, transfer));
        text.append("</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>\n");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void entry(StringBuilder text, String currency, Transfer transfer) {
        text.append("\n<Ntry><Amt Ccy=\"").append(currency).append("\">");
        text.append(amount(currency, transfer.amount())).append("</Amt>");
        leaf(text, "CdtDbtInd", transfer.cancelled() ? "DBIT" : "CRDT");
        if (transfer.cancelled()) {
            leaf(text, "RvslInd", "true");
        }
        text.append("<Sts><Cd>BOOK</Cd></Sts><BookgDt>");
        leaf(text, "Dt", transfer.on().toString());
        text.append("</BookgDt><ValDt>");
        leaf(text, "Dt", transfer.on().toString());
        text.append("</ValDt>");
        leaf(text, "AcctSvcrRef", "%s-%06d".formatted(transfer.on(), transfer.inquiry()));
        text.append("<NtryDtls><TxDtls><RltdPties><Dbtr><Pty>");
        leaf(text, "Nm", transfer.payer());
        text.append("</Pty></Dbtr><CdtrAcct><Id><Othr>");
        leaf(text, "Id", transfer.number());
        text.append("</Othr></Id></CdtrAcct></RltdPties>");
        if (!transfer.message().isBlank()) {
            text.append("<RmtInf>");
            leaf(text, "Ustrd", transfer.message());
            text.append("</RmtInf>");
        }
        text.append("</TxDtls></NtryDtls></Ntry>");
    }

    private static String amount(String currency, long minor) {
        int digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return BigDecimal.valueOf(minor, digits).toPlainString();
    }

    private static void leaf(StringBuilder text, String element, String value) {
        var plain = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        text.append('<').append(element).append('>').append(plain);
        text.append("</").append(element).append('>');
    }
}
