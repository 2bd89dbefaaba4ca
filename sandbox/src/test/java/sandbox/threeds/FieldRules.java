package sandbox.threeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import sandbox.Vectors;
import tools.jackson.databind.JsonNode;

/** Holds a message against the published fields of 3-D Secure 2.2.0 for the browser channel. */
public final class FieldRules {
    private static final JsonNode MESSAGES = Vectors.read("three_ds_220_fields").get("messages");

    private FieldRules() {}

    public static void hold(Message message) {
        String type = message.require("messageType");
        JsonNode rules = MESSAGES.get(type);
        for (String name : rules.propertyNames()) {
            JsonNode rule = rules.get(name);
            boolean required = rule.get("inclusion_browser_payment").asString().equals("Required");
            if (required) {
                assertThat(message.get(name)).as(type + "." + name + " is required").isNotNull();
            }
        }
        for (Map.Entry<String, Object> field : message.fields().entrySet()) {
            JsonNode rule = rules.get(field.getKey());
            assertThat(rule).as(type + " has a field " + field.getKey()).isNotNull();
            format(type + "." + field.getKey(), field.getValue().toString(), rule);
        }
        conditions(message, rules);
    }

    private static void format(String name, String value, JsonNode rule) {
        if (!rule.get("regexp").isNull()) {
            assertThat(value).as(name).matches(rule.get("regexp").asString());
        }
        if (!rule.get("maxLength").isNull()) {
            assertThat(value).as(name).hasSizeLessThanOrEqualTo(rule.get("maxLength").asInt());
        }
        if (!rule.get("length").isNull()) {
            assertThat(value).as(name).hasSize(rule.get("length").asInt());
        }
        JsonNode allowed = rule.get("enum");
        if (!allowed.isNull()) {
            assertThat(allowed.valueStream().map(JsonNode::asString)).as(name).contains(value);
        }
    }

    private static void conditions(Message message, JsonNode rules) {
        String status = String.valueOf(message.get("transStatus"));
        conditional(message, rules, "authenticationValue", status.matches("[YA]"));
        conditional(message, rules, "transStatusReason", status.matches("[NUR]"));
        conditional(message, rules, "acsURL", status.equals("C"));
        conditional(message, rules, "acsChallengeMandated", status.equals("C"));
        conditional(message, rules, "interactionCounter", message.is("RReq"));
    }

    private static void conditional(
            Message message, JsonNode rules, String field, boolean expected) {
        if (expected && rules.has(field) && !message.is("CRes")) {
            assertThat(message.get(field)).as(message + "." + field).isNotNull();
        }
    }
}
