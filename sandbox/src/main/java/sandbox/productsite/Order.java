package sandbox.productsite;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sandbox.shared.Web;

/** One order of the provider: what is to become of a contract's workspace. */
record Order(
        @Nullable String id,
        Workspace.@Nullable Change type,
        @Nullable String contract,
        @Nullable Long sequence,
        @Nullable String product,
        @Nullable Map<String, @Nullable Object> data) {
    private static final String PASSWORD = "adminPassword";

    void check() {
        Web.required(id, "id");
        Web.required(type, "type");
        Web.required(contract, "contract");
        Web.required(sequence, "sequence");
    }

    /** The values of the order but for the password. */
    Map<String, String> details() {
        var details = new LinkedHashMap<String, String>();
        if (data != null) {
            data.forEach(
                    (name, value) -> {
                        if (value != null && !name.equals(PASSWORD)) {
                            details.put(name, value.toString());
                        }
                    });
        }
        return details;
    }

    @Nullable String password() {
        Object password = data == null ? null : data.get(PASSWORD);
        return password == null ? null : password.toString();
    }

    @Override
    public String toString() {
        return type + " " + contract + " " + sequence;
    }
}
