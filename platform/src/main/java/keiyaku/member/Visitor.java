package keiyaku.member;

import java.util.Locale;

/**
 * Who stands behind a request, as far as can be seen.
 *
 * @param address the source address as text
 * @param agent what the browser says of itself; may be empty
 */
public record Visitor(String address, String agent) {

    public Visitor {
        agent = agent.length() > 300 ? agent.substring(0, 300) : agent;
    }

    public static Visitor at(String address) {
        return new Visitor(address, "");
    }

    /** One household or office: an IPv4 address, or the first 64 bits of an IPv6 one. */
    String network() {
        var text = address.toLowerCase(Locale.ROOT);
        if (!text.contains(":")) {
            return text;
        }
        try {
            var bytes = java.net.InetAddress.ofLiteral(text).getAddress();
            return bytes.length == 4
                    ? java.util.HexFormat.of().formatHex(bytes)
                    : java.util.HexFormat.of().formatHex(bytes, 0, 8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
