package keiyaku.member;

import java.util.HashMap;
import java.util.Map;

/** Forms that are right; tests spoil one field at a time. */
public final class MemberExamples {

    public static final String PASSWORD = "Kx7!mnop";

    private MemberExamples() {}

    /** An individual in Japan (M-4). */
    public static Map<String, String> individual(String email, String phone) {
        var form = new HashMap<String, String>();
        form.put("email", email);
        form.put("password", PASSWORD);
        form.put("passwordAgain", PASSWORD);
        form.put("name", "山田 太郎");
        form.put("birthDate", "1990-04-01");
        form.put("postalCode", "1000001");
        form.put("region", "東京都");
        form.put("city", "千代田区");
        form.put("street", "千代田1-1");
        form.put("building", "");
        form.put("phone", phone);
        form.put("serviceField", "web");
        form.put("heardFrom", "search");
        return form;
    }

    /** A business in Korea (M-5). */
    public static Map<String, String> business(String email, String phone) {
        var form = individual(email, phone);
        form.remove("name");
        form.remove("birthDate");
        form.put("companyName", "한빛 주식회사");
        form.put("contactName", "김민준");
        form.put("businessNumber", "123-45-67891");
        form.put("representativeName", "이서연");
        form.put("businessCategory", "서비스업");
        form.put("businessItem", "소프트웨어");
        form.put("taxInvoices", "next-month");
        form.put("postalCode", "06236");
        form.put("region", "서울특별시");
        form.put("city", "강남구");
        form.put("street", "테헤란로 1");
        return form;
    }

    /** Six digits that are wrong. */
    public static String otherThan(String code) {
        return "000000".equals(code) ? "111111" : "000000";
    }
}
