/**
 * Which elements may be in which, and in what order: the public schemas of task-pane manifests (MS-OWEMXML; "Manifest
 * reference" on learn.microsoft.com), in the notation of DTDs. Names without a prefix are in the namespace of the
 * parent.
 */
export const namespaces = {
  app: "http://schemas.microsoft.com/office/appforoffice/1.1",
  ov: "http://schemas.microsoft.com/office/taskpaneappversionoverrides",
  bt: "http://schemas.microsoft.com/office/officeappbasictypes/1.0",
} as const;
export const schemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

/** An element that is not listed may contain no elements. */
const contentModels: Readonly<Record<string, string>> = {
  "app:OfficeApp":
    "Id, AlternateId?, Version, ProviderName, DefaultLocale, DisplayName, Description, IconUrl, HighResolutionIconUrl, SupportUrl, " +
    "AppDomains?, Hosts, Requirements, DefaultSettings, Permissions, ov:VersionOverrides",
  "app:DisplayName": "Override*",
  "app:Description": "Override*",
  "app:IconUrl": "Override*",
  "app:HighResolutionIconUrl": "Override*",
  "app:SupportUrl": "Override*",
  "app:AppDomains": "AppDomain+",
  "app:Hosts": "Host+",
  "app:Requirements": "Sets?, Methods?",
  "app:Sets": "Set+",
  "app:DefaultSettings": "SourceLocation, RequestedWidth?, RequestedHeight?",
  "app:SourceLocation": "Override*",
  "ov:VersionOverrides": "Description?, Requirements?, Hosts, Resources, WebApplicationInfo?, EquivalentAddins?",
  "ov:Requirements": "bt:Sets",
  "ov:Hosts": "Host+",
  "ov:Host": "Runtimes?, AllFormFactors?, DesktopFormFactor",
  "ov:Runtimes": "Runtime+",
  "ov:DesktopFormFactor": "GetStarted?, FunctionFile, ExtensionPoint+",
  "ov:GetStarted": "Title, Description, LearnMoreUrl",
  "ov:ExtensionPoint": "OfficeTab*, CustomTab*",
  "ov:CustomTab": "(Group|OfficeGroup)+, Label, (InsertBefore|InsertAfter)?",
  "ov:Group": "OverriddenByRibbonApi?, Label, Icon, (Control|OfficeControl)+",
  "ov:Icon": "bt:Image+",
  "ov:Control": "OverriddenByRibbonApi?, Label, Supertip, Icon, Action, Enabled?",
  "ov:Supertip": "Title, Description",
  "ov:Action": "FunctionName|(TaskpaneId?, SourceLocation, Title?)",
  "ov:Resources": "bt:Images, bt:Urls, bt:ShortStrings, bt:LongStrings",
  "bt:Sets": "Set+",
  "bt:Images": "Image+",
  "bt:Urls": "Url+",
  "bt:ShortStrings": "String+",
  "bt:LongStrings": "String+",
  // In Resources an image may have overrides by locale; in Icon it is only a reference.
  "bt:Image": "Override*",
  "bt:Url": "Override*",
  "bt:String": "Override*",
};

const prefixes = new Map<string | null, string>(Object.entries(namespaces).map(([prefix, uri]) => [uri, prefix]));
const qualifiedName = (element: Element): string =>
  `${prefixes.get(element.namespaceURI) ?? `{${element.namespaceURI}}`}:${element.localName}`;

/** Elements whose children are not those of the schemas, or not in that order. */
export function orderProblems(root: Element): string[] {
  return [root, ...root.querySelectorAll("*")].flatMap((element) => {
    const name = qualifiedName(element);
    const [prefix] = name.split(":") as [string];
    const model = contentModels[name] ?? "";
    const pattern = model
      .replace(/(\w+:)?(\w+)/g, (_, own: string | undefined, local: string) => `(?:${own ?? `${prefix}:`}${local};)`)
      .replace(/[, ]/g, "");
    const children = [...element.children].map(qualifiedName);
    return new RegExp(`^(?:${pattern})$`).test(children.map((child) => `${child};`).join(""))
      ? []
      : [`${name} holds ${children.join(", ") || "nothing"}; the schema wants ${model || "nothing"}`];
  });
}
