package keiyaku.bench;

import java.nio.file.Path;
import java.util.function.Consumer;

/** Where the product's launcher is, and whom to tell how far it is. */
public record Surroundings(Path home, Consumer<String> progress) {}
