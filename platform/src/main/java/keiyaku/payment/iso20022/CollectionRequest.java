package keiyaku.payment.iso20022;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import keiyaku.shared.Money;

/**
 * What a bank outside Japan is asked to debit on a day: pain.008.001.08
 * (CustomerDirectDebitInitiation), in the order of elements that its schema asks for.
 *
 * @param id of the message, at most 35 characters; the bank takes it once
 * @param collector who debits
 */
public record CollectionRequest(
        String id, Instant at, LocalDate on, Party collector, List<Debit> debits) {

    private static final String SPACE = "urn:iso:std:iso:20022:tech:xsd:pain.008.001.08";
    private static final int LONGEST_ID = 35;
    private static final int LONGEST_NAME = 140;

    public CollectionRequest {
        debits = List.copyOf(debits);
        if (id.isBlank() || id.length() > LONGEST_ID || debits.isEmpty()) {
            throw new IllegalArgumentException("a request needs an id and debits");
        }
    }

    /**
     * Somebody with an account.
     *
     * @param bank its code in the clearing system
     * @param account an IBAN, or a number in the bank's own scheme
     */
    public record Party(String name, String bank, String account) {

        boolean hasIban() {
            return account.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
        }
    }

    /**
     * One debit.
     *
     * @param id comes back with its result
     * @param mandate the permission's name at the bank
     */
    public record Debit(
            String id, Money amount, String mandate, LocalDate signedOn, Party debtor) {}

    public byte[] written() {
        var text = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(SPACE);
            xml.writeStartElement("CstmrDrctDbtInitn");
            header(xml);
            payment(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void header(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("GrpHdr");
        leaf(xml, "MsgId", id);
        leaf(xml, "CreDtTm", at.truncatedTo(ChronoUnit.SECONDS).toString());
        leaf(xml, "NbOfTxs", Integer.toString(debits.size()));
        leaf(xml, "CtrlSum", sum());
        xml.writeStartElement("InitgPty");
        leaf(xml, "Nm", name(collector));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void payment(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("PmtInf");
        leaf(xml, "PmtInfId", id);
        leaf(xml, "PmtMtd", "DD");
        leaf(xml, "NbOfTxs", Integer.toString(debits.size()));
        leaf(xml, "CtrlSum", sum());
        leaf(xml, "ReqdColltnDt", on.toString());
        party(xml, "Cdtr", collector);
        account(xml, "CdtrAcct", collector);
        agent(xml, "CdtrAgt", collector);
        for (var debit : debits) {
            debit(xml, debit);
        }
        xml.writeEndElement();
    }

    private static void debit(XMLStreamWriter xml, Debit debit) throws XMLStreamException {
        xml.writeStartElement("DrctDbtTxInf");
        xml.writeStartElement("PmtId");
        leaf(xml, "EndToEndId", debit.id());
        xml.writeEndElement();
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", debit.amount().currency().getCurrencyCode());
        xml.writeCharacters(decimal(debit.amount()).toPlainString());
        xml.writeEndElement();
        xml.writeStartElement("DrctDbtTx");
        xml.writeStartElement("MndtRltdInf");
        leaf(xml, "MndtId", debit.mandate());
        leaf(xml, "DtOfSgntr", debit.signedOn().toString());
        xml.writeEndElement();
        xml.writeEndElement();
        agent(xml, "DbtrAgt", debit.debtor());
        party(xml, "Dbtr", debit.debtor());
        account(xml, "DbtrAcct", debit.debtor());
        xml.writeEndElement();
    }

    private static void party(XMLStreamWriter xml, String element, Party party)
            throws XMLStreamException {
        xml.writeStartElement(element);
        leaf(xml, "Nm", name(party));
        xml.writeEndElement();
    }

    private static void account(XMLStreamWriter xml, String element, Party party)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("Id");
        if (party.hasIban()) {
            leaf(xml, "IBAN", party.account());
        } else {
            xml.writeStartElement("Othr");
            leaf(xml, "Id", party.account());
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void agent(XMLStreamWriter xml, String element, Party party)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeStartElement("FinInstnId");
        xml.writeStartElement("ClrSysMmbId");
        leaf(xml, "MmbId", party.bank());
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void leaf(XMLStreamWriter xml, String element, String text)
            throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static String name(Party party) {
        var name = party.name();
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private String sum() {
        return debits.stream()
                .map(debit -> decimal(debit.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .toPlainString();
    }

    private static BigDecimal decimal(Money amount) {
        return BigDecimal.valueOf(amount.minor(), amount.currency().getDefaultFractionDigits());
    }
}
