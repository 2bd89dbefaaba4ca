package keiyaku.payment.iso20022;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import java.io.ByteArrayInputStream;
import java.util.IdentityHashMap;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;
import keiyaku.payment.zengin.WrongFileException;
import org.jspecify.annotations.Nullable;

/**
 * Binds a message to the library's classes and remembers where each of their objects began, so that
 * a refusal can name its line and column. No entity and no other document is ever fetched.
 */
final class Binding {

    private final XMLStreamReader xml;
    private final IdentityHashMap<Object, Location> places = new IdentityHashMap<>();

    private Binding(XMLStreamReader xml) {
        this.xml = xml;
    }

    static JAXBContext of(Class<?>[] classes) {
        try {
            return JAXBContext.newInstance(classes);
        } catch (JAXBException e) {
            throw new IllegalStateException("the library's classes do not bind", e);
        }
    }

    /** A message, and where its parts stand. */
    record Bound<T>(T message, Binding places) {}

    static <T> Bound<T> read(byte[] content, JAXBContext context, Wanted<T> wanted) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        @Nullable XMLStreamReader xml = null;
        try {
            xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            var binding = new Binding(xml);
            binding.begin(wanted);
            return new Bound<>(binding.bind(context, wanted), binding);
        } catch (XMLStreamException e) {
            throw at(e.getLocation(), "it is no XML: " + firstLine(e));
        } catch (JAXBException e) {
            throw wrong(xml == null ? null : xml.getLocation(), e);
        }
    }

    /**
     * What is to be read.
     *
     * @param space the message's namespace
     * @param element in which all of it stands
     */
    record Wanted<T>(Class<T> type, String space, String element) {}

    private void begin(Wanted<?> wanted) throws XMLStreamException {
        xml.nextTag();
        if (!xml.getLocalName().equals("Document")) {
            throw at(xml.getLocation(), "there is no Document");
        }
        if (!wanted.space().equals(xml.getNamespaceURI())) {
            throw at(
                    xml.getLocation(),
                    "the Document is no " + wanted.space() + ": " + xml.getNamespaceURI());
        }
        xml.nextTag();
        if (!xml.getLocalName().equals(wanted.element())) {
            throw at(xml.getLocation(), "there is no " + wanted.element());
        }
    }

    /** The library names its elements without their namespace. */
    private static final class Bare extends StreamReaderDelegate {
        private final String space;

        private Bare(XMLStreamReader xml, String space) {
            super(xml);
            this.space = space;
        }

        @Override
        public @Nullable String getNamespaceURI() {
            var given = super.getNamespaceURI();
            return space.equals(given) ? null : given;
        }
    }

    private <T> T bind(JAXBContext context, Wanted<T> wanted) throws JAXBException {
        var reader = context.createUnmarshaller();
        // Without it a value that is none would be passed over as if it were not there.
        reader.setEventHandler(event -> false);
        reader.setListener(
                new Unmarshaller.Listener() {
                    @Override
                    public void beforeUnmarshal(Object target, @Nullable Object parent) {
                        places.put(target, xml.getLocation());
                    }
                });
        return reader.unmarshal(new Bare(xml, wanted.space()), wanted.type()).getValue();
    }

    int line(Object part) {
        return line(places.get(part));
    }

    int column(Object part) {
        return column(places.get(part));
    }

    WrongFileException wrong(Object part, String reason) {
        return at(places.get(part), reason);
    }

    private static WrongFileException wrong(@Nullable Location place, JAXBException e) {
        var cause = e.getLinkedException() == null ? e : e.getLinkedException();
        if (cause instanceof XMLStreamException broken && broken.getLocation() != null) {
            return at(broken.getLocation(), "it is no XML: " + firstLine(broken));
        }
        return at(place, "it is not of its format: " + firstLine(e, cause));
    }

    private static WrongFileException at(@Nullable Location place, String reason) {
        return new WrongFileException(line(place), column(place), reason);
    }

    private static int line(@Nullable Location place) {
        return place == null ? 1 : Math.max(1, place.getLineNumber());
    }

    private static int column(@Nullable Location place) {
        return place == null ? 1 : Math.max(1, place.getColumnNumber());
    }

    private static String firstLine(Throwable... told) {
        for (var one : told) {
            var line = String.valueOf(one.getMessage()).lines().findFirst().orElse("");
            if (!line.isEmpty() && !line.equals("null")) {
                return line;
            }
        }
        return "";
    }
}
