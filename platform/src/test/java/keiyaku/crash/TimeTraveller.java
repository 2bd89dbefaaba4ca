package keiyaku.crash;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Instant;
import java.util.Arrays;
import keiyaku.Application;
import keiyaku.run.TimeMachine;
import org.springframework.boot.SpringApplication;

/** A process that moves time to an instant once it is told to, in order to be killed meanwhile. */
final class TimeTraveller {

    static final String READY = "TimeTraveller is ready";
    static final String DONE = "TimeTraveller is done";

    private TimeTraveller() {}

    public static void main(String[] arguments) throws IOException {
        var target = Instant.parse(arguments[0]);
        var settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        try (var context = SpringApplication.run(Application.class, settings)) {
            say(READY);
            if (System.in.read() < 0) {
                return;
            }
            context.getBean(TimeMachine.class).moveTo(target);
            say(DONE);
        }
    }

    private static void say(String text) {
        var out = new PrintStream(System.out, true);
        out.println(text);
    }
}
