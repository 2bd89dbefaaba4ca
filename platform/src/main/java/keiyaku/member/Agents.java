package keiyaku.member;

import java.util.Map;

/** What a browser says of itself, in words that its owner knows: "Firefox, Windows". */
public final class Agents {

    private Agents() {}

    public static String name(String agent) {
        var browser =
                first(
                        agent,
                        Map.entry("Edg/", "Edge"),
                        Map.entry("OPR/", "Opera"),
                        Map.entry("SamsungBrowser", "Samsung Internet"),
                        Map.entry("Firefox/", "Firefox"),
                        Map.entry("FxiOS", "Firefox"),
                        Map.entry("CriOS", "Chrome"),
                        Map.entry("Chrome/", "Chrome"),
                        Map.entry("Safari/", "Safari"));
        var system =
                first(
                        agent,
                        Map.entry("Windows", "Windows"),
                        Map.entry("iPhone", "iPhone"),
                        Map.entry("iPad", "iPad"),
                        Map.entry("Android", "Android"),
                        Map.entry("Mac OS X", "macOS"),
                        Map.entry("Linux", "Linux"));
        if (browser.isEmpty() && system.isEmpty()) {
            return "–";
        }
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    @SafeVarargs
    private static String first(String agent, Map.Entry<String, String>... signs) {
        for (var sign : signs) {
            if (agent.contains(sign.getKey())) {
                return sign.getValue();
            }
        }
        return "";
    }
}
