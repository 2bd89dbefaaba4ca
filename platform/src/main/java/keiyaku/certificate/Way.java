package keiyaku.certificate;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** In which way a name is shown to be its holder's. */
public enum Way {
    DNS,
    FILE;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Way> of(String code) {
        return Stream.of(values()).filter(way -> way.code().equals(code)).findFirst();
    }
}
