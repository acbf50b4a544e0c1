// Starts the language server of seo-audit and hands it the articles that are open; all else is the server's.
import { commands, type ExtensionContext, window, workspace } from "vscode";
import { type DocumentFilter, LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";

const ARTICLES: DocumentFilter[] = [
  ...["markdown", "mdx", "quarto", "html"].flatMap((language) => [
    { language, scheme: "file" },
    { language, scheme: "untitled" },
  ]),
  // of plain texts those that are articles, not every log
  { language: "plaintext", scheme: "file", pattern: "**/*.{txt,text}" },
  { language: "plaintext", scheme: "untitled" },
];

let client: LanguageClient | undefined;

async function start(): Promise<void> {
  const settings = workspace.getConfiguration("seo-audit");
  const [command = "seo-audit", ...before] = settings.get<string[]>("command", ["seo-audit"]);
  const options: LanguageClientOptions = {
    documentSelector: ARTICLES,
    initializationOptions: { run: settings.get("run"), language: settings.get("language") || undefined },
  };
  client = new LanguageClient("seo-audit", "seo-audit", { command, args: [...before, "lsp"] }, options);
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    const french = (settings.get("language") || "fr") !== "en";
    const help = french
      ? 'seo-audit ne démarre pas. Installez-le : pip install "seo-audit[lsp]", ou réglez « seo-audit.command ».'
      : 'seo-audit does not start. Install it: pip install "seo-audit[lsp]", or set “seo-audit.command”.';
    void window.showErrorMessage(`${help} (${String(error)})`);
  }
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function restart(): Promise<void> {
  await stop();
  await start();
}

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("seo-audit.restart", restart),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("seo-audit")) void restart();
    }),
  );
  await start();
}

export const deactivate = stop;
