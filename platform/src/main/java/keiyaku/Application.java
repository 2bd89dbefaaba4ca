package keiyaku;

import keiyaku.cli.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The one deployable; what it does is said by the verb on its command line. */
@SpringBootApplication
public class Application {

    Application() {}

    public static void main(String[] arguments) {
        CommandLine.run(Application.class, arguments);
    }
}
