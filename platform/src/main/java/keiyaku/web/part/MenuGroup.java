package keiyaku.web.part;

import java.util.List;

/** A group of the side navigation; an empty heading groups without a word. */
public record MenuGroup(String heading, List<MenuItem> items) {}
