package keiyaku.payment.iso20022;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import keiyaku.payment.zengin.WrongFileException;
import keiyaku.shared.Money;

/**
 * Reads a message element by element. Whatever is wrong is told with its line, its column and the
 * path of the element; no entity and no other document is ever fetched.
 */
final class Reading {

    private final XMLStreamReader xml;
    private final Deque<String> path = new ArrayDeque<>();

    private Reading(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** Begins at the document's message, such as BkToCstmrDbtCdtNtfctn of camt.054.001. */
    static Reading of(byte[] content, String family, String message) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            var reading =
                    new Reading(factory.createXMLStreamReader(new ByteArrayInputStream(content)));
            if (!reading.next() || !reading.name().equals("Document")) {
                throw reading.wrong("there is no Document");
            }
            var space = String.valueOf(reading.xml.getNamespaceURI());
            if (!space.matches("urn:iso:std:iso:20022:tech:xsd:" + family + "\\.[0-9]{2}")) {
                throw reading.wrong("the Document is no " + family + ": " + space);
            }
            if (!reading.next() || !reading.name().equals(message)) {
                throw reading.wrong("there is no " + message);
            }
            return reading;
        } catch (XMLStreamException e) {
            throw at(e.getLocation(), "it is no XML: " + firstLine(e));
        }
    }

    /** To the next child of the element that is open; false when it closes. */
    boolean next() {
        try {
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        path.addLast(xml.getLocalName());
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        path.removeLast();
                        return false;
                    }
                    case XMLStreamConstants.DTD -> throw wrong("a document type is not allowed");
                    default -> {
                        // Text between elements, comments: nothing is said by them.
                    }
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw at(e.getLocation(), "it is no XML: " + firstLine(e));
        }
    }

    String name() {
        return path.isEmpty() ? "" : path.getLast();
    }

    /** Passes over the element that is open, with all in it. */
    void skip() {
        int depth = path.size();
        while (path.size() >= depth) {
            next();
        }
    }

    String text() {
        try {
            var value = xml.getElementText().strip();
            path.removeLast();
            if (value.isEmpty()) {
                throw wrong("an element is empty");
            }
            return value;
        } catch (XMLStreamException e) {
            throw at(e.getLocation(), path() + " holds elements where text belongs");
        }
    }

    LocalDate day() {
        var where = path();
        var value = text();
        try {
            return LocalDate.parse(value.substring(0, Math.min(10, value.length())));
        } catch (DateTimeParseException e) {
            throw wrong(where + " is no day: " + value);
        }
    }

    long count() {
        var where = path();
        var value = text();
        if (!value.matches("[0-9]{1,15}")) {
            throw wrong(where + " is no number: " + value);
        }
        return Long.parseLong(value);
    }

    BigDecimal decimal() {
        var where = path();
        var value = text();
        if (!value.matches("[0-9]{1,13}(\\.[0-9]{1,5})?")) {
            throw wrong(where + " is no amount: " + value);
        }
        return new BigDecimal(value);
    }

    /** An amount with its currency, which has no more decimals than the currency. */
    Money amount() {
        var where = path();
        var code = xml.getAttributeValue(null, "Ccy");
        var value = decimal();
        try {
            var currency = java.util.Currency.getInstance(String.valueOf(code));
            return new Money(
                    value.movePointRight(currency.getDefaultFractionDigits()).longValueExact(),
                    currency);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw wrong(where + " is no amount of its currency: " + value + " " + code);
        }
    }

    String path() {
        return String.join("/", path);
    }

    WrongFileException wrong(String reason) {
        return at(xml.getLocation(), reason);
    }

    private static WrongFileException at(Location location, String reason) {
        return new WrongFileException(
                Math.max(1, location.getLineNumber()),
                Math.max(1, location.getColumnNumber()),
                reason);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
