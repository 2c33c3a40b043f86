package dev.redraft.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;

/// How a page looks: in light and in dark, on a phone, enlarged, and in the colours of the system.
final class Looks {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final ViewportSize PHONE = new ViewportSize(360, 780);
    /// A desk of 1280 by 800 that is enlarged to 200 %, and one of 1280 by 1024 to 400 %.
    private static final List<ViewportSize> ENLARGED = List.of(new ViewportSize(640, 400), new ViewportSize(320, 256));

    /// The one rule for which axe copies style sheets into inline ones, which the policy of the pages refuses.
    private static final List<String> OF_STYLE_SHEETS = List.of("css-orientation-lock");

    private static final int STOPS = 25;

    /// What has the focus and does not show it. Parts of a field are drawn by the browser.
    private static final String UNSEEN = """
            () => {
                const at = document.activeElement;
                const ring = getComputedStyle(at);
                const isSeen = ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 1;
                return isSeen || at === document.body || !at.matches(':focus') ? '' : at.outerHTML.slice(0, 200);
            }""";

    private final Page page;
    private final String name;

    Looks(Page page, String name) {
        this.page = page;
        this.name = name;
    }

    /// Keeps pictures, and requires that axe finds nothing and that nobody has to scroll sideways.
    void keptAndChecked() {
        for (var theme : List.of("light", "dark")) {
            page.evaluate("theme => { document.documentElement.dataset.theme = theme }", theme);
            keep(theme);
            pleasesAxe(" in " + theme);
        }
        page.setViewportSize(PHONE.width, PHONE.height);
        keep("phone");
        pleasesAxe(" on a phone");
        for (var size : ENLARGED) {
            page.setViewportSize(size.width, size.height);
            fits(" on " + size.width + " points");
        }
        page.evaluate("() => { delete document.documentElement.dataset.theme }");
    }

    private void keep(String way) {
        // Those in what is folded never end by themselves.
        page.evaluate("() => document.getAnimations().forEach(animation => animation.finish())");
        var file = SCREENSHOTS.resolve(name + "-" + way + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
    }

    private void pleasesAxe(String where) {
        assertThat(axe().analyze().getViolations())
                .as(name + where)
                .extracting(Looks::told)
                .isEmpty();
        fits(where);
    }

    /// It looks at the page itself, for no page has frames, and gathers nothing of what is right.
    private AxeBuilder axe() {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options).disableRules(OF_STYLE_SHEETS);
    }

    private void fits(String where) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("sideways scrolling of " + name + where)
                .isEqualTo(0);
    }

    private static String told(Rule rule) {
        return rule.getHelp() + " "
                + rule.getNodes().stream().map(CheckedNode::getHtml).toList();
    }

    /// Requires that the focus is seen at every stop of the keyboard, where the system chooses the colours.
    void showTheFocusInForcedColours() {
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        for (var stop = 0; stop < STOPS; stop++) {
            page.keyboard().press("Tab");
            assertThat(page.evaluate(UNSEEN))
                    .as("focus that is not seen on " + name)
                    .isEqualTo("");
        }
        keep("forced");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
    }
}
