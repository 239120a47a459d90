import { useState } from "react";
import { createRoot } from "react-dom/client";
import {
  Button,
  FluentProvider,
  Image,
  Label,
  makeStyles,
  Textarea,
  tokens,
  webLightTheme,
} from "@fluentui/react-components";
import { DesignIdeas24Regular, LockOpen24Regular, Ribbon24Regular } from "@fluentui/react-icons";

/**
 * A pane with what Microsoft's React template for Office add-ins has, written for this comparison: a header with a
 * picture and a greeting, three points with icons, a text and a button that writes it into the selected cell.
 */
const useStyles = makeStyles({
  page: { minHeight: "100vh" },
  header: {
    display: "flex",
    flexDirection: "column",
    alignItems: "center",
    padding: "24px 0",
    backgroundColor: tokens.colorNeutralBackground3,
  },
  greeting: { fontSize: tokens.fontSizeHero900, fontWeight: tokens.fontWeightRegular },
  points: { listStyleType: "none", margin: "24px", padding: 0 },
  point: { display: "flex", alignItems: "center", gap: "8px", paddingBottom: "16px" },
  text: { display: "flex", flexDirection: "column", alignItems: "center", margin: "24px", gap: "16px" },
});

const points = [
  { icon: <Ribbon24Regular />, text: "Do more within Excel" },
  { icon: <LockOpen24Regular />, text: "Unlock what it can do" },
  { icon: <DesignIdeas24Regular />, text: "Write and look at it at once" },
];

function write(text: string): Promise<void> {
  return Excel.run(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.values = [[text]];
    range.format.autofitColumns();
    await context.sync();
  });
}

function App() {
  const styles = useStyles();
  const [text, setText] = useState("Some text.");
  return (
    <div className={styles.page}>
      <section className={styles.header}>
        <Image width={90} height={90} src="data:," alt="" />
        <h1 className={styles.greeting}>Welcome</h1>
      </section>
      <ul className={styles.points}>
        {points.map((point) => (
          <li key={point.text} className={styles.point}>
            {point.icon} {point.text}
          </li>
        ))}
      </ul>
      <div className={styles.text}>
        <Label htmlFor="text">Text for the selected cell</Label>
        <Textarea id="text" value={text} onChange={(_, { value }) => setText(value)} />
        <Button appearance="primary" size="large" onClick={() => void write(text)}>
          Insert
        </Button>
      </div>
    </div>
  );
}

void Office.onReady(() => {
  createRoot(document.getElementById("root")!).render(
    <FluentProvider theme={webLightTheme}>
      <App />
    </FluentProvider>,
  );
});
