package keiyaku.web.contract;

import java.util.HashMap;
import java.util.Map;
import keiyaku.contract.Contracts;
import keiyaku.contract.Workspace;
import keiyaku.web.Form;

/** The information that a workspace product asks for, between form, draft and contract (C-4). */
final class Information {

    private static final int LONGEST_COMPANY = 100;

    private Information() {}

    static Workspace.Kind kind(Form form) {
        return form.text("kind").equals("domain") ? Workspace.Kind.DOMAIN : Workspace.Kind.GROUP;
    }

    /** Notes what is wrong with all but the name, which the door itself checks. */
    static Map<String, String> read(Form form, Contracts contracts) {
        var adminId = form.required("adminId");
        if (!adminId.isEmpty()) {
            contracts.adminIdProblem(adminId).ifPresent(code -> form.reject("adminId", code));
        }
        var company = form.required("company");
        if (company.length() > LONGEST_COMPANY) {
            form.reject("company", "too-long");
        }
        var phone = form.required("phone");
        if (!phone.isEmpty() && !phone.matches("\\+?[0-9][0-9 ()-]{5,24}")) {
            form.reject("phone", "phone");
        }
        var answers = new HashMap<String, String>();
        answers.put("kind", kind(form).code());
        answers.put("adminId", adminId);
        answers.put("company", company);
        answers.put("phone", phone);
        return answers;
    }

    static Workspace workspace(Draft draft) {
        return new Workspace(
                draft.kind(),
                draft.get("name"),
                draft.get("adminId"),
                draft.get("company"),
                draft.get("phone"));
    }
}
