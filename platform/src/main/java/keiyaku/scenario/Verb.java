package keiyaku.scenario;

import java.util.Set;

/** Something that a scenario's step can do. Each capability of the platform brings its own. */
interface Verb {

    /** As written behind {@code do:}. */
    String name();

    /** The fields it takes, besides at, do and expect. */
    Set<String> fields();

    /** One line for {@code simulate --help}. */
    String says();

    /** Does it through the doors; what is refused is thrown on. */
    void perform(World world, Step step);
}
