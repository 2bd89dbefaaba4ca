package keiyaku.scenario;

/** A step that should have been refused was done, or was refused for another reason. */
public final class ExpectationException extends RuntimeException {

    ExpectationException(Step step, String what) {
        super(step.node().file() + ":" + step.node().line() + ": " + what);
    }
}
