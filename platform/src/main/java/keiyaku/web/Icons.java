package keiyaku.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/** Lucide's line icons, written into the page so that they take the text's colour. */
public final class Icons {

    private static final String FOLDER = folder();
    private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

    private Icons() {}

    /** The icon's SVG; decorative, since a word always stands beside it. */
    public static String svg(String name) {
        return KNOWN.computeIfAbsent(name, Icons::read);
    }

    private static String read(String name) {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("no icon is named so");
        }
        try {
            var text =
                    new ClassPathResource(FOLDER + name + ".svg")
                            .getContentAsString(StandardCharsets.UTF_8);
            var shapes = text.substring(text.indexOf('>', text.indexOf("<svg")) + 1);
            return "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
                    + shapes.replaceAll("\\s*\\R\\s*", "").strip();
        } catch (IOException e) {
            throw new UncheckedIOException("no icon is named " + name, e);
        }
    }

    private static String folder() {
        var any =
                new org.webjars.WebJarVersionLocator().fullPath("lucide-static", "icons/check.svg");
        if (any == null) {
            throw new IllegalStateException("lucide-static is not on the classpath");
        }
        return any.substring(0, any.length() - "check.svg".length());
    }
}
