package keiyaku.scenario;

import java.util.Set;
import java.util.function.BiConsumer;

/** A verb about ways to pay, with what it does. */
record MethodVerb(String name, Set<String> fields, String says, BiConsumer<World, Step> does)
        implements Verb {

    @Override
    public void perform(World world, Step step) {
        does.accept(world, step);
    }
}
