package keiyaku.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Styles, scripts and pictures. Their address holds a hash of all of them, so that browsers may
 * keep them for good and modules may name each other by relative paths.
 */
@Component
public class Assets {

    /** In the order in which later rules win over earlier ones. */
    private static final List<String> STYLES =
            List.of("tokens", "base", "layout", "form", "component", "contract", "print");

    private final String folder;
    private final byte[] style;
    private final String htmx;

    Assets() {
        try {
            style = joinStyles();
            folder = "/assets/" + hash() + "/";
            htmx = htmxPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a file under {@code static/}. */
    public String url(String path) {
        return folder + path;
    }

    /** The address of the one style sheet. */
    public String style() {
        return folder + "keiyaku.css";
    }

    public String htmx() {
        return htmx;
    }

    String folder() {
        return folder;
    }

    byte[] styleBytes() {
        return style.clone();
    }

    private static byte[] joinStyles() throws IOException {
        var all = new ByteArrayOutputStream();
        for (var name : STYLES) {
            var text =
                    new ClassPathResource("static/css/" + name + ".css")
                            .getContentAsString(StandardCharsets.UTF_8);
            all.writeBytes(squeeze(text).getBytes(StandardCharsets.UTF_8));
        }
        return all.toByteArray();
    }

    /** Comments and indentation are for those who read the source. */
    static String squeeze(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("\\s*\\R\\s*", "\n").strip() + "\n";
    }

    private static String hash() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var found =
                    new PathMatchingResourcePatternResolver().getResources("classpath:/static/**");
            var files =
                    List.of(found).stream()
                            .filter(Resource::isReadable)
                            .sorted(Comparator.comparing(Resource::getDescription))
                            .toList();
            for (var file : files) {
                digest.update(file.getContentAsByteArray());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String htmxPath() {
        var path = new org.webjars.WebJarVersionLocator().fullPath("htmx.org", "dist/htmx.min.js");
        if (path == null) {
            throw new IllegalStateException("htmx is not on the classpath");
        }
        return path.replaceFirst("^META-INF/resources", "");
    }
}
