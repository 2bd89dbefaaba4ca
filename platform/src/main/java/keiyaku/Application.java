package keiyaku;

import keiyaku.cli.CommandLine;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The one deployable; what it does is said by the verb on its command line. Beans go by their full
 * names, since modules may use the same word for a thing of their own.
 */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Application {

    Application() {}

    public static void main(String[] arguments) {
        CommandLine.run(Application.class, arguments);
    }
}
