package keiyaku.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Production does not start with a secret that everybody can read in the sources. */
final class RealSecrets implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, String> DEMO = new LinkedHashMap<>();

    static {
        DEMO.put("keiyaku.outside.acquirer-key", "sandbox-acquirer-key");
        DEMO.put("keiyaku.outside.bank-key", "sandbox-bank-key");
        DEMO.put("keiyaku.outside.wallet-key", "sandbox-wallet-key");
        DEMO.put("keiyaku.outside.sms-key", "sandbox-sms-key");
        DEMO.put("keiyaku.outside.authority-key", "c2FuZGJveC1jZXJ0aWZpY2F0ZS1zZWFsaW5nLWtleSE=");
        DEMO.put("keiyaku.outside.product-secret", "whsec_c2FuZGJveC1wcm9kdWN0LXNpdGUtc2VjcmV0");
    }

    RealSecrets() {}

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var demo =
                DEMO.entrySet().stream()
                        .filter(e -> e.getValue().equals(environment.getProperty(e.getKey())))
                        .filter(e -> isNeeded(e.getKey(), environment))
                        .map(e -> variable(e.getKey()))
                        .toList();
        if (!demo.isEmpty()) {
            throw new NotPossibleException(
                    "Without the sandbox real secrets are needed. Set in the environment: "
                            + String.join(", ", demo)
                            + " (docs/operations.md).",
                    null);
        }
    }

    /** A bank, a wallet or an authority that is not there needs no key. */
    private static boolean isNeeded(String key, Environment environment) {
        var optional = Stream.of("bank-key", "wallet-key", "authority-key").anyMatch(key::endsWith);
        return !optional || !environment.getProperty(key.replace("-key", "-url"), "").isBlank();
    }

    private static String variable(String property) {
        return property.toUpperCase(java.util.Locale.ROOT).replace("-", "_").replace('.', '_');
    }
}
