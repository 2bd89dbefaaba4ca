package sandbox.bank;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import sandbox.shared.Problem;

/**
 * A request for direct debits as banks outside Japan take it: pain.008. Written apart from the
 * platform's own writer, so that the two can disagree.
 */
final class IsoDebits {
    private static final String SPACE = "urn:iso:std:iso:20022:tech:xsd:pain.008.001.08";

    private final Element message;

    private IsoDebits(Element message) {
        this.message = message;
    }

    /** One debit: its id, whose account, the amount as it is written, and its currency. */
    record Row(String id, String account, String amount, String currency, String mandate) {}

    /** Why all of it is refused: a code, and what is wrong in words. */
    record Refusal(String code, String why) {}

    static boolean isIso(byte[] file) {
        return file.length > 0 && file[0] == '<';
    }

    /** What is no such message is not taken at all. */
    static IsoDebits read(byte[] file) {
        try {
            var factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(file));
            var root = document.getDocumentElement();
            if (!SPACE.equals(root.getNamespaceURI())) {
                throw Problem.of(422, "file", "It is no pain.008.001.08. Nothing of it is done.");
            }
            return new IsoDebits(child(root, "CstmrDrctDbtInitn"));
        } catch (SAXException | ParserConfigurationException | java.io.IOException e) {
            throw Problem.of(422, "file", "It is no XML: " + e.getMessage());
        }
    }

    String id() {
        return text(message, "GrpHdr/MsgId");
    }

    /** Null when all of it is as it should be. */
    @Nullable Refusal refusal(LocalDate today) {
        var rows = rows();
        if (!text(message, "GrpHdr/NbOfTxs").equals(Integer.toString(rows.size()))) {
            return new Refusal("AM18", "the number of transactions does not agree");
        }
        if (differs(text(message, "GrpHdr/CtrlSum"), rows)) {
            return new Refusal("AM10", "the control sum does not agree");
        }
        for (Element block : blocks()) {
            var own = rows(block);
            if (!text(block, "NbOfTxs").equals(Integer.toString(own.size()))
                    || differs(text(block, "CtrlSum"), own)) {
                return new Refusal("AM10", "a block's control sum does not agree");
            }
            if (!List.of("FRST", "RCUR", "OOFF", "FNAL").contains(text(block, "PmtTpInf/SeqTp"))) {
                return new Refusal("FF05", "a block says no sequence");
            }
            var iban = text(block, "CdtrAcct/Id/IBAN");
            if (!iban.isEmpty() && isWrong(iban)) {
                return new Refusal("AC03", "the creditor's IBAN is wrong");
            }
        }
        var on = on();
        if (on == null || on.isBefore(today) || !isOpen(on)) {
            return new Refusal("DT01", "it is no day of debits");
        }
        return rows.stream()
                .filter(row -> Character.isLetter(row.account().charAt(0)))
                .filter(row -> isWrong(row.account()))
                .findFirst()
                .map(row -> new Refusal("AC01", "the IBAN of " + row.id() + " is wrong"))
                .orElse(null);
    }

    private boolean isOpen(LocalDate on) {
        return rows().getFirst().currency().equals("EUR")
                ? BankDays.isOpenForEuro(on)
                : BankDays.isOpen(on);
    }

    private static boolean differs(String said, List<Row> rows) {
        try {
            var sum =
                    rows.stream()
                            .map(row -> new BigDecimal(row.amount()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
            return new BigDecimal(said).compareTo(sum) != 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }

    private static boolean isWrong(String iban) {
        if (!iban.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}")) {
            return true;
        }
        var turned = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .forEach(c -> turned.append(Character.digit(c, 36)));
        return new BigInteger(turned.toString()).mod(BigInteger.valueOf(97)).intValue() != 1;
    }

    /** The day of its debits; null when it is none. */
    @Nullable LocalDate on() {
        try {
            return LocalDate.parse(text(blocks().getFirst(), "ReqdColltnDt"));
        } catch (DateTimeException | java.util.NoSuchElementException e) {
            return null;
        }
    }

    List<Row> rows() {
        return blocks().stream().flatMap(block -> rows(block).stream()).toList();
    }

    private static List<Row> rows(Element block) {
        return children(block, "DrctDbtTxInf").stream().map(IsoDebits::row).toList();
    }

    private static Row row(Element one) {
        var iban = text(one, "DbtrAcct/Id/IBAN");
        return new Row(
                text(one, "PmtId/EndToEndId"),
                iban.isEmpty()
                        ? text(one, "DbtrAgt/FinInstnId/ClrSysMmbId/MmbId")
                                + text(one, "DbtrAcct/Id/Othr/Id")
                        : iban,
                text(one, "InstdAmt"),
                child(one, "InstdAmt").getAttribute("Ccy"),
                text(one, "DrctDbtTx/MndtRltdInf/MndtId"));
    }

    private List<Element> blocks() {
        return children(message, "PmtInf");
    }

    private static List<Element> children(Element in, String name) {
        var found = new ArrayList<Element>();
        for (Node at = in.getFirstChild(); at != null; at = at.getNextSibling()) {
            if (at instanceof Element element && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static Element child(Element in, String name) {
        var found = children(in, name);
        if (found.isEmpty()) {
            throw Problem.of(422, "file", name + " is missing. Nothing of it is done.");
        }
        return found.getFirst();
    }

    /** The text at the end of a path; empty when there is none. */
    private static String text(Element in, String path) {
        var at = in;
        for (var name : path.split("/")) {
            var found = children(at, name);
            if (found.isEmpty()) {
                return "";
            }
            at = found.getFirst();
        }
        return at.getTextContent().strip();
    }
}
